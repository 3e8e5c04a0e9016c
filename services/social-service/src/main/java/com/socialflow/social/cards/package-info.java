/** Previews of links: fetched by workers, safely, once for all posts. */
@NullMarked
package com.socialflow.social.cards;

import org.jspecify.annotations.NullMarked;
