@NullMarked
package com.socialflow.viewcount;

import org.jspecify.annotations.NullMarked;
