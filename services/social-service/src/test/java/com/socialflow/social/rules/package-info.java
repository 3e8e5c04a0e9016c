@NullMarked
package com.socialflow.social.rules;

import org.jspecify.annotations.NullMarked;
