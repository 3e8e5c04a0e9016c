@NullMarked
package com.socialflow.user.sessions;

import org.jspecify.annotations.NullMarked;
