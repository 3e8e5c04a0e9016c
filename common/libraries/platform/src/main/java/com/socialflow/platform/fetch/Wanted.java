package com.socialflow.platform.fetch;

import java.util.Set;

/**
 * What is asked for.
 *
 * @param mediaTypes which are taken, in lower case
 * @param bytesMax how much of it is read, unpacked
 * @param beginning whether that much of something larger is good enough
 */
public record Wanted(Set<String> mediaTypes, int bytesMax, boolean beginning) {

    public Wanted {
        mediaTypes = Set.copyOf(mediaTypes);
    }
}
