@NullMarked
package com.socialflow.social.threads;

import org.jspecify.annotations.NullMarked;
