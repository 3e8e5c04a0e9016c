@NullMarked
package com.socialflow.viewcount.log;

import org.jspecify.annotations.NullMarked;
