@NullMarked
package com.socialflow.viewcount.shares;

import org.jspecify.annotations.NullMarked;
