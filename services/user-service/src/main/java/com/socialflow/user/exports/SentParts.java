package com.socialflow.user.exports;

import com.socialflow.proto.privacy.v1.ExportPart;
import com.socialflow.user.personal.Archive;
import java.time.Duration;
import java.util.Iterator;

/** What another service sends for an archive. */
final class SentParts {

    /** Media is read between two parts: the most that a person may have, at a few megabytes a second. */
    static final Duration DEADLINE = Duration.ofHours(12);

    private SentParts() {}

    static void into(Archive archive, Iterator<ExportPart> parts) {
        while (parts.hasNext()) {
            var part = parts.next();
            switch (part.getContentCase()) {
                case DATA ->
                    archive.bytes(
                            part.getPath(),
                            part.getMediaType(),
                            part.getDescription(),
                            part.getData().toByteArray());
                case OBJECT_KEY ->
                    archive.object(part.getPath(), part.getMediaType(), part.getDescription(), part.getObjectKey());
                case CONTENT_NOT_SET -> throw new IllegalStateException("a part without content: " + part.getPath());
            }
        }
    }
}
