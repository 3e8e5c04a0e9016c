package com.socialflow.platform.secrets;

import com.google.crypto.tink.Aead;

/**
 * A new key for data.
 *
 * @param cipher closes with it
 * @param wrapped what to keep of it
 */
public record DataKey(Aead cipher, WrappedKey wrapped) {}
