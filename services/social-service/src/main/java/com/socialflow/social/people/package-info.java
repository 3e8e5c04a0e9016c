/** The faces of people, as the user service tells of them: kept here, so that pages need not ask. */
@NullMarked
package com.socialflow.social.people;

import org.jspecify.annotations.NullMarked;
