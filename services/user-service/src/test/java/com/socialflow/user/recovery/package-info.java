@NullMarked
package com.socialflow.user.recovery;

import org.jspecify.annotations.NullMarked;
