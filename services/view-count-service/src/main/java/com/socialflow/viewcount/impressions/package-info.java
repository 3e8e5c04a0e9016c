/** What pages tell of the cards that they showed: read, completed with what the server knows, put into the log. */
@NullMarked
package com.socialflow.viewcount.impressions;

import org.jspecify.annotations.NullMarked;
