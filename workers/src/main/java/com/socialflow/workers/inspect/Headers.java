package com.socialflow.workers.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ffprobe says about a container and its streams. */
final class Headers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Pictures that a container may show beside a film: covers and thumbnails. */
    private static final List<String> STILLS = List.of("attached_pic", "timed_thumbnails", "still_image");

    private static final Set<String> UNKNOWN_CODECS = Set.of("", "none", "unknown");

    /** Beyond this, a pixel's shape is a mistake in the file. */
    private static final double ASPECT_MAX = 8;

    private final JsonNode root;

    private Headers(JsonNode root) {
        this.root = root;
    }

    static Headers parse(String json) {
        return new Headers(JSON.readTree(json));
    }

    String container() {
        return root.path("format").path("format_name").asString("");
    }

    /** The container's earliest time, in seconds. */
    double startSeconds() {
        return seconds(root.path("format").path("start_time")).orElse(0.0);
    }

    /** How long the container says that it plays; empty when it does not say. */
    Optional<Double> durationSeconds() {
        return seconds(root.path("format").path("duration")).filter(duration -> duration > 0);
    }

    /** The first stream of pictures that move; null when there is none. */
    @Nullable
    Stream video() {
        return streams("video").stream()
                .filter(stream -> STILLS.stream().noneMatch(stream::disposition))
                .findFirst()
                .orElse(null);
    }

    /** The first stream of sound that ffmpeg knows how to decode; null when there is none. */
    @Nullable
    Stream audio() {
        return streams("audio").stream()
                .filter(stream ->
                        stream.codecKnown() && stream.number("channels") > 0 && stream.integer("sample_rate") > 0)
                .findFirst()
                .orElse(null);
    }

    boolean hasAudio() {
        return !streams("audio").isEmpty();
    }

    /** Whether a stream is marked as scrambled where codecs are named. */
    boolean encrypted() {
        return streams("video").stream()
                .anyMatch(stream -> Set.of("encv", "drmi").contains(stream.text("codec_tag_string")));
    }

    private List<Stream> streams(String type) {
        var found = new ArrayList<Stream>();
        for (var node : root.path("streams")) {
            if (node.path("codec_type").asString("").equals(type)) {
                found.add(new Stream(node));
            }
        }
        return found;
    }

    private static Optional<Double> seconds(JsonNode node) {
        try {
            return Optional.of(Double.parseDouble(node.asString("")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One stream. ffprobe writes some numbers as numbers and some as texts. */
    record Stream(JsonNode node) {

        int index() {
            return number("index");
        }

        String text(String field) {
            return node.path(field).asString("");
        }

        int number(String field) {
            return node.path(field).asInt(0);
        }

        int integer(String field) {
            try {
                return Integer.parseInt(text(field));
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        Optional<Double> seconds(String field) {
            return Headers.seconds(node.path(field));
        }

        boolean codecKnown() {
            return !UNKNOWN_CODECS.contains(text("codec_name"));
        }

        boolean disposition(String name) {
            return node.path("disposition").path(name).asInt(0) == 1;
        }

        /** Degrees to turn the decoded picture clockwise, from its display matrix: 0, 90, 180 or 270. */
        int rotation() {
            for (var data : node.path("side_data_list")) {
                if (data.has("rotation")) {
                    int turns = (int) Math.round(-data.path("rotation").asDouble(0) / 90);
                    return Math.floorMod(turns, 4) * 90;
                }
            }
            return 0;
        }

        /** How wide a pixel is, its height being 1. */
        double pixelAspect() {
            var parts = text("sample_aspect_ratio").split(":", -1);
            if (parts.length != 2) return 1;
            try {
                double aspect = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
                return aspect >= 1 / ASPECT_MAX && aspect <= ASPECT_MAX ? aspect : 1;
            } catch (NumberFormatException e) {
                return 1;
            }
        }
    }
}
