package com.socialflow.user.passwords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The passwords that most people choose, read when the first one is asked about. */
@Component
class CommonPasswords {

    private static final String LIST = "common-passwords.txt";

    private volatile @Nullable Set<String> list;

    boolean contains(String lowerCase) {
        var known = list;
        if (known == null) {
            known = read();
            list = known;
        }
        return known.contains(lowerCase);
    }

    private static Set<String> read() {
        try {
            var text = new ClassPathResource(LIST, CommonPasswords.class).getContentAsString(StandardCharsets.US_ASCII);
            return Set.of(text.split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
