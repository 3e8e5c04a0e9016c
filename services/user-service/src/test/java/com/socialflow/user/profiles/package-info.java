@NullMarked
package com.socialflow.user.profiles;

import org.jspecify.annotations.NullMarked;
