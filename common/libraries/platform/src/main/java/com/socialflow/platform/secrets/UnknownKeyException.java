package com.socialflow.platform.secrets;

/** A key was wrapped by one that this process was not told: a mistake in its configuration, or a lost key. */
public class UnknownKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKeyException(String id) {
        super("the key %s is not configured: name it in socialflow.secrets.previous-master-keys or".formatted(id)
                + " .previous-kms-key-arns");
    }
}
