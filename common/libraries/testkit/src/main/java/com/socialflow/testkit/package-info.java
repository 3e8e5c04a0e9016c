/** What tests share: engines, tokens, clocks, rules. */
@NullMarked
package com.socialflow.testkit;

import org.jspecify.annotations.NullMarked;
