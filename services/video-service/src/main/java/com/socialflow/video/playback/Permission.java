package com.socialflow.video.playback;

import com.socialflow.core.AccountId;

/**
 * What decides who may play a video.
 *
 * @param open whether anyone may, without a token
 * @param hidden whether only its owner may know that it exists
 * @param epoch whose tokens are good
 */
record Permission(AccountId owner, boolean open, boolean hidden, int epoch) {}
