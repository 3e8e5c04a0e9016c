package com.socialflow.viewcount.counts;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far the log is counted.
 *
 * @param next by partition the offset that comes next
 * @param until by partition where the log ended when counting began anew
 * @param floor the first hour that is counted here; what was before is in the ledger; empty in an empty Redis
 */
record Positions(Map<Integer, Long> next, Map<Integer, Long> until, OptionalLong floor) {

    Positions {
        next = Map.copyOf(next);
        until = Map.copyOf(until);
    }

    /** Reads the hash that Redis keeps. */
    static Positions of(Map<String, String> fields) {
        var next = new HashMap<Integer, Long>();
        var until = new HashMap<Integer, Long>();
        var floor = OptionalLong.empty();
        for (var field : fields.entrySet()) {
            var name = field.getKey();
            var value = Long.parseLong(field.getValue());
            if (name.equals("floor")) {
                floor = OptionalLong.of(value);
            } else if (name.startsWith("until:")) {
                until.put(Integer.parseInt(name.substring("until:".length())), value);
            } else {
                next.put(Integer.parseInt(name), value);
            }
        }
        return new Positions(next, until, floor);
    }

    /** Whether everything before these ends is counted. */
    boolean reached(Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }

    /** Whether what was counted once is not all counted again: the numbers of open hours are too low. */
    boolean behind() {
        return floor.isEmpty() || !reached(until);
    }
}
