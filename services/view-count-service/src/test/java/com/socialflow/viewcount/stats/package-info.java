@NullMarked
package com.socialflow.viewcount.stats;

import org.jspecify.annotations.NullMarked;
