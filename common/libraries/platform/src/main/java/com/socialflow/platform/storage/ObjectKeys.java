package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

/**
 * What a key may look like: names of letters, digits, {@code . _ -}, none starting with a dot, with slashes between.
 * Nothing in it can lead out of a directory, needs escaping in an address, or is hidden.
 */
public final class ObjectKeys {

    /** Characters of a key: S3 takes 1,024, a file system 4,096 with the directory before it. */
    public static final int LENGTH_MAX = 512;

    /** Characters between two slashes: file systems take 255, and a temporary name adds some. */
    public static final int NAME_MAX = 200;

    private ObjectKeys() {}

    /** Whether it is a key. Ask before building one from what a stranger sent. */
    public static boolean valid(String key) {
        return key.length() <= LENGTH_MAX && namesAndSlashes(key) && key.charAt(key.length() - 1) != '/';
    }

    /** Whether every slash follows a name, and every name is allowed; written out, since every segment asks. */
    private static boolean namesAndSlashes(String text) {
        var nameLength = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '/' ? nameLength == 0 : !(allowed(c) || (c == '.' && nameLength > 0)) || nameLength == NAME_MAX) {
                return false;
            }
            nameLength = c == '/' ? 0 : nameLength + 1;
        }
        return !text.isEmpty();
    }

    private static boolean allowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    static String requireKey(String key) {
        require(valid(key), "not an object key: %s", abbreviated(key));
        return key;
    }

    static String requirePrefix(String prefix) {
        require(
                prefix.isEmpty() || (prefix.length() <= LENGTH_MAX && namesAndSlashes(prefix) && prefix.endsWith("/")),
                "not a prefix of object keys: %s",
                abbreviated(prefix));
        return prefix;
    }

    private static String abbreviated(String text) {
        return text.length() <= NAME_MAX ? text : text.substring(0, NAME_MAX) + "…";
    }
}
