@NullMarked
package com.socialflow.social.scheduled;

import org.jspecify.annotations.NullMarked;
