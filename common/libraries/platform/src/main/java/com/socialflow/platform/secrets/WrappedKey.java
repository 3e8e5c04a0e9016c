package com.socialflow.platform.secrets;

import static com.socialflow.core.Require.require;

/**
 * A key that another one has closed.
 *
 * @param by names the key that closed it; at most 255 ASCII characters
 * @param bytes at most 64 KiB
 */
public record WrappedKey(String by, byte[] bytes) {

    private static final int NAME_MAX = 255;
    private static final int BYTES_MAX = 0xFFFF;

    public WrappedKey {
        require(!by.isEmpty() && by.length() <= NAME_MAX, "the name of a key has at most %d characters", NAME_MAX);
        require(bytes.length <= BYTES_MAX, "a wrapped key has at most %d bytes", BYTES_MAX);
    }
}
