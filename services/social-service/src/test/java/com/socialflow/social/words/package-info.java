@NullMarked
package com.socialflow.social.words;

import org.jspecify.annotations.NullMarked;
