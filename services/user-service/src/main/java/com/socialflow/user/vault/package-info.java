/** Keys: of each person, under the key service's. */
@NullMarked
package com.socialflow.user.vault;

import org.jspecify.annotations.NullMarked;
