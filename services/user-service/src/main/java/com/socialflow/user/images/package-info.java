/** Images of people, in the sizes that pages show. */
@NullMarked
package com.socialflow.user.images;

import org.jspecify.annotations.NullMarked;
