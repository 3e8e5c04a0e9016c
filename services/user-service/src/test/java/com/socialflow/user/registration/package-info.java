@NullMarked
package com.socialflow.user.registration;

import org.jspecify.annotations.NullMarked;
