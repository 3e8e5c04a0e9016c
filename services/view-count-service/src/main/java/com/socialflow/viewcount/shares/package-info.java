/** Videos that are handed on with the button for it: who counts, and once a day. */
@NullMarked
package com.socialflow.viewcount.shares;

import org.jspecify.annotations.NullMarked;
