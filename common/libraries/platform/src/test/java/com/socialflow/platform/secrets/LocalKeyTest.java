package com.socialflow.platform.secrets;

import javax.crypto.spec.SecretKeySpec;

class LocalKeyTest extends KeyEncryptionKeyKit {

    @Override
    KeyEncryptionKey key(int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return new LocalKey(new SecretKeySpec(bytes, "AES"));
    }
}
