@NullMarked
package com.socialflow.user.emails;

import org.jspecify.annotations.NullMarked;
