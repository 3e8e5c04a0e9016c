@NullMarked
package com.socialflow.social.polls;

import org.jspecify.annotations.NullMarked;
