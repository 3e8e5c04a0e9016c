/** Policies in the subset of the Cedar language that this program uses, made ready at the start and asked often. */
@NullMarked
package com.socialflow.platform.policy.cedar;

import org.jspecify.annotations.NullMarked;
