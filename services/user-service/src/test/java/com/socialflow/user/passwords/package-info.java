@NullMarked
package com.socialflow.user.passwords;

import org.jspecify.annotations.NullMarked;
