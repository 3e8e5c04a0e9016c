package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

import java.util.regex.Pattern;

/**
 * What a key may look like: names of letters, digits, {@code . _ -}, none starting with a dot, with slashes between.
 * Nothing in it can lead out of a directory, needs escaping in an address, or is hidden.
 */
public final class ObjectKeys {

    /** Characters of a key: S3 takes 1,024, a file system 4,096 with the directory before it. */
    public static final int LENGTH_MAX = 512;

    /** Characters between two slashes: file systems take 255, and a temporary name adds some. */
    public static final int NAME_MAX = 200;

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,%d}".formatted(NAME_MAX - 1);
    private static final Pattern KEY = Pattern.compile("(?:%s/)*+%s".formatted(NAME, NAME));
    private static final Pattern PREFIX = Pattern.compile("(?:%s/)*+".formatted(NAME));

    private ObjectKeys() {}

    /** Whether it is a key. Ask before building one from what a stranger sent. */
    public static boolean valid(String key) {
        return key.length() <= LENGTH_MAX && KEY.matcher(key).matches();
    }

    static String requireKey(String key) {
        require(valid(key), "not an object key: %s", abbreviated(key));
        return key;
    }

    static String requirePrefix(String prefix) {
        require(
                prefix.length() <= LENGTH_MAX && PREFIX.matcher(prefix).matches(),
                "not a prefix of object keys: %s",
                abbreviated(prefix));
        return prefix;
    }

    private static String abbreviated(String text) {
        return text.length() <= NAME_MAX ? text : text.substring(0, NAME_MAX) + "…";
    }
}
