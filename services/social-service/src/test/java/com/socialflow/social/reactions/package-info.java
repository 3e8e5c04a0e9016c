@NullMarked
package com.socialflow.social.reactions;

import org.jspecify.annotations.NullMarked;
