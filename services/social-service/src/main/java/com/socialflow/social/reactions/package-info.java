/** What people do with posts of others: like, repost, keep; and who did. */
@NullMarked
package com.socialflow.social.reactions;

import org.jspecify.annotations.NullMarked;
