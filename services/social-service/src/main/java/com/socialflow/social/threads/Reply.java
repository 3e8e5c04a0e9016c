package com.socialflow.social.threads;

import com.socialflow.core.PostId;

/**
 * A post in a branch.
 *
 * @param parent the answered post; that from which the branch is read, where a video is answered
 * @param level steps from where the branch is read: 1 answers it
 */
record Reply(PostId id, PostId parent, int level) {}
