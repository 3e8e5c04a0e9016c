/** Who may do what: policies as data, and the one question that every edge asks. */
@NullMarked
package com.socialflow.platform.policy;

import org.jspecify.annotations.NullMarked;
