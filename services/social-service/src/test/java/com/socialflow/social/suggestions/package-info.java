@NullMarked
package com.socialflow.social.suggestions;

import org.jspecify.annotations.NullMarked;
