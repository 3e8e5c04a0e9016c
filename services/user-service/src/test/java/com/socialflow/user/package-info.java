@NullMarked
package com.socialflow.user;

import org.jspecify.annotations.NullMarked;
