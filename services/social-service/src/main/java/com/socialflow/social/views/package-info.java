/** Posts as the API shows them: hydrated in batches, decided on by the rules. */
@NullMarked
package com.socialflow.social.views;

import org.jspecify.annotations.NullMarked;
