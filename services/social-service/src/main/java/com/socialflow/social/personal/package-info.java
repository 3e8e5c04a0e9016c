/** What a person may ask of the social service: everything that it knows of him or her, and its erasure. */
@NullMarked
package com.socialflow.social.personal;

import org.jspecify.annotations.NullMarked;
