@NullMarked
package com.socialflow.user.exports;

import org.jspecify.annotations.NullMarked;
