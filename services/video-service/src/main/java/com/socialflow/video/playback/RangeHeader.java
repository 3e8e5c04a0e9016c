package com.socialflow.video.playback;

import com.socialflow.platform.storage.ByteRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@code Range} header asks for, of an object of known size (RFC 9110, section 14). */
sealed interface RangeHeader {

    /** Ranges of one request: players ask for one, readers of other formats for a few. */
    int RANGES_MAX = 8;

    /** No header, or one that a server may ignore: malformed, of another unit, or asking for too much. */
    record Whole() implements RangeHeader {}

    /** At least one range, each within the object and not empty. */
    record Parts(List<ByteRange> ranges) implements RangeHeader {}

    /** Nothing that is asked for exists. */
    record Unsatisfiable() implements RangeHeader {}

    Pattern FORM = Pattern.compile("(?i)bytes=(.{1,200})");

    Pattern SPEC = Pattern.compile("[ \\t]*(?:(\\d+)-(\\d*)|-(\\d+))[ \\t]*");

    static RangeHeader parse(@Nullable String header, long size) {
        if (header == null) {
            return new Whole();
        }
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return new Whole();
        }
        var specs = form.group(1).split(",", -1);
        if (specs.length > RANGES_MAX) {
            return new Whole();
        }
        var ranges = new ArrayList<ByteRange>();
        var asked = 0L;
        for (var text : specs) {
            var spec = SPEC.matcher(text);
            if (!spec.matches()) {
                return new Whole();
            }
            var first = spec.group(1) == null ? Math.max(0, size - number(spec.group(3))) : number(spec.group(1));
            var last = spec.group(1) == null || spec.group(2).isEmpty() ? Long.MAX_VALUE - 1 : number(spec.group(2));
            if (last < first && spec.group(1) != null) {
                return new Whole();
            }
            var range = new ByteRange(first, Math.min(last, Long.MAX_VALUE - 1) - first + 1).within(size);
            if (range.length() > 0) {
                ranges.add(range);
                asked += range.length();
            }
        }
        if (ranges.isEmpty()) {
            return new Unsatisfiable();
        }
        // Ranges that overlap would have the server send more than there is.
        return asked > size ? new Whole() : new Parts(List.copyOf(ranges));
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE - 1 : Long.parseLong(digits);
    }
}
