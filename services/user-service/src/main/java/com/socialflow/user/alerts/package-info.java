/** Letters that let people notice what somebody else may have done. */
@NullMarked
package com.socialflow.user.alerts;

import org.jspecify.annotations.NullMarked;
