@NullMarked
package com.socialflow.viewcount.counts;

import org.jspecify.annotations.NullMarked;
