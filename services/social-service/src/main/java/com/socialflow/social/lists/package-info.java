/** Lists that people make of those whom they follow; each is a timeline of its own. */
@NullMarked
package com.socialflow.social.lists;

import org.jspecify.annotations.NullMarked;
