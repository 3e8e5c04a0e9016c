/** The audit trail: who did what, on what, from where, and how it ended. */
@NullMarked
package com.socialflow.platform.audit;

import org.jspecify.annotations.NullMarked;
