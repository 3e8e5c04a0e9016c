package com.socialflow.platform.policy.cedar;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Policies, entities and requests of our subset by chance; now and then of types that do not fit. */
final class RandomPolicies {

    private static final int DEPTH_MAX = 4;
    private static final int MISFIT_PERCENT = 4;

    private static final List<String> ACTIONS = List.of("view", "edit", "delete");
    private static final List<String> IDS = List.of("a", "b", "c");
    private static final List<String> TYPES = List.of("Person", "Group", "Site::Video");
    private static final List<String> TEXTS =
            List.of("", "a", "ab", "ba*b", "x\\ny", "q\"uote", "caf\u00e9", "\ud83d\ude00z");
    private static final List<String> FIELDS = List.of("name", "age", "grown", "tags", "owner", "more", "odd key");

    /** What an expression should be. */
    private enum Type {
        TRUTH,
        NUMBER,
        TEXT,
        ENTITY,
        SET,
        RECORD
    }

    private final Random random;

    RandomPolicies(long seed) {
        this.random = new Random(seed);
    }

    /** Some policies by their ids. */
    Map<String, String> policies() {
        var policies = new LinkedHashMap<String, String>();
        for (var i = random.nextInt(8); i >= 0; i--) {
            policies.put("p" + i, policy("p" + i));
        }
        return policies;
    }

    private String policy(String id) {
        var text = new StringBuilder("@id(\"%s\") // by chance\n%s(principal%s, action%s, resource%s)"
                .formatted(id, random.nextInt(3) == 0 ? "forbid" : "permit", party(), action(), party()));
        for (var i = random.nextInt(3); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? " unless { " : " when { ")
                    .append(expression(Type.TRUTH, DEPTH_MAX))
                    .append(" }");
        }
        return text.append(";").toString();
    }

    private String party() {
        return switch (random.nextInt(8)) {
            case 0 -> " == " + entity();
            case 1 -> " in " + entity();
            case 2 -> " is " + one(TYPES);
            case 3 -> " is " + one(TYPES) + " in " + entity();
            default -> "";
        };
    }

    private String action() {
        return switch (random.nextInt(4)) {
            case 0 -> " == Action::\"" + one(ACTIONS) + "\"";
            case 1 -> " in Action::\"" + one(ACTIONS) + "\"";
            case 2 -> " in [Action::\"%s\", Action::\"%s\"]".formatted(one(ACTIONS), one(ACTIONS));
            default -> "";
        };
    }

    private String entity() {
        return one(TYPES) + "::\"" + one(IDS) + "\"";
    }

    private String expression(Type wanted, int depth) {
        var type = random.nextInt(100) < MISFIT_PERCENT ? one(List.of(Type.values())) : wanted;
        if (depth == 0) {
            return literal(type);
        }
        return switch (random.nextInt(6)) {
            case 0 -> literal(type);
            case 1 -> attribute(depth - 1);
            case 2 ->
                "(if %s then %s else %s)"
                        .formatted(
                                expression(Type.TRUTH, depth - 1),
                                expression(type, depth - 1),
                                expression(type, depth - 1));
            default -> type == Type.TRUTH ? truth(depth - 1) : made(type, depth - 1);
        };
    }

    private String truth(int depth) {
        return switch (random.nextInt(11)) {
            case 0, 1 -> both("&&", Type.TRUTH, depth);
            case 2, 3 -> both("||", Type.TRUTH, depth);
            case 4 -> "!" + expression(Type.TRUTH, depth).replaceFirst("^(-|!!!).*", "true");
            case 5 -> both(one(List.of("==", "!=")), one(List.of(Type.values())), depth);
            case 6 -> both(one(List.of("<", "<=", ">", ">=")), Type.NUMBER, depth);
            case 7 ->
                "(%s in %s)"
                        .formatted(
                                expression(Type.ENTITY, depth),
                                random.nextBoolean() ? expression(Type.ENTITY, depth) : entities());
            case 8 ->
                "%s.%s(%s)"
                        .formatted(
                                "(" + expression(Type.SET, depth) + ")",
                                one(List.of("containsAll", "containsAny")),
                                expression(Type.SET, depth));
            case 9 -> "(%s).contains(%s)".formatted(expression(Type.SET, depth), expression(Type.TEXT, depth));
            default -> question(depth);
        };
    }

    private String question(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "((%s) like \"%s\")".formatted(expression(Type.TEXT, depth), pattern());
            case 1 -> "((%s) has \"%s\")".formatted(expression(Type.ENTITY, depth), one(FIELDS));
            case 2 -> "((%s) has more.name)".formatted(expression(Type.RECORD, depth));
            default -> "((%s) is %s)".formatted(expression(Type.ENTITY, depth), one(TYPES));
        };
    }

    private String both(String operator, Type type, int depth) {
        return "(%s %s %s)".formatted(expression(type, depth), operator, expression(type, depth));
    }

    private String attribute(int depth) {
        var of = random.nextBoolean() ? variable() : "(" + expression(Type.ENTITY, depth) + ")";
        var name = one(FIELDS);
        return name.contains(" ") || random.nextInt(4) == 0 ? "%s[\"%s\"]".formatted(of, name) : of + "." + name;
    }

    private String made(Type type, int depth) {
        return switch (type) {
            case TRUTH -> truth(depth);
            case NUMBER -> "-(" + expression(Type.NUMBER, depth) + ")";
            case TEXT, ENTITY -> literal(type);
            case SET ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> expression(one(List.of(Type.TEXT, Type.NUMBER, Type.SET)), depth))
                        .collect(Collectors.joining(", ", "[", "]"));
            case RECORD ->
                "{name: %s, \"odd key\": %s, more: {\"name\": 1}}"
                        .formatted(expression(Type.TEXT, depth), expression(Type.NUMBER, depth));
        };
    }

    private String literal(Type type) {
        return switch (type) {
            case TRUTH -> one(List.of("true", "false"));
            case NUMBER -> one(List.of("0", "1", "-1", "42", "9223372036854775807", "-9223372036854775808"));
            case TEXT -> "\"" + quoted(one(TEXTS)) + "\"";
            case ENTITY -> random.nextBoolean() ? variable() : entity();
            case SET -> one(List.of("[]", "[\"a\", \"ab\"]", "[1, \"a\", 1]", "context.tags", "[[], [\"a\"]]"));
            case RECORD -> one(List.of("{}", "context", "{name: \"a\"}", "{more: {name: 2}, \"age\": 1}"));
        };
    }

    private static String quoted(String text) {
        return text.replace("\\n", "\n")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\u00e9", "\\u{e9}");
    }

    private String pattern() {
        return one(List.of("", "*", "a*", "*b", "*a*b*", "ba\\*b", "*\\**", "a", "*\\u{e9}", "x*\\n*y", "**"));
    }

    private String entities() {
        return "[%s, %s]".formatted(expression(Type.ENTITY, 1), entity());
    }

    private String variable() {
        return one(List.of("principal", "resource", "principal", "resource", "action", "context"));
    }

    /** A request among entities of which some are known. */
    Request request() {
        var others = new HashMap<Uid, Entity>();
        for (var type : TYPES) {
            for (var id : IDS) {
                if (random.nextInt(3) > 0) {
                    others.put(new Uid(type, id), entity(new Uid(type, id)));
                }
            }
        }
        others.replaceAll((_, entity) -> closed(entity, others));
        var principal = others.getOrDefault(someone(), closed(entity(new Uid("Person", "new")), others));
        var resource = others.getOrDefault(someone(), closed(entity(new Uid("Group", "new")), others));
        return new Request(principal, one(ACTIONS), resource, attributes(1), others);
    }

    private Entity entity(Uid uid) {
        var ancestors = new HashSet<Uid>();
        // Groups of later ids only: nobody is in himself.
        for (var id : IDS.subList(Math.min(IDS.size(), IDS.indexOf(uid.id()) + 1), IDS.size())) {
            if (random.nextInt(3) == 0) {
                ancestors.add(new Uid("Group", id));
            }
        }
        return new Entity(uid, attributes(1), ancestors);
    }

    /** Who is in a group is in what that is in. */
    private static Entity closed(Entity entity, Map<Uid, Entity> others) {
        var ancestors = new HashSet<Uid>();
        var open = new ArrayDeque<>(entity.ancestors());
        while (!open.isEmpty()) {
            var next = open.pop();
            var known = others.get(next);
            if (ancestors.add(next) && known != null) {
                open.addAll(known.ancestors());
            }
        }
        return new Entity(entity.uid(), entity.attributes(), ancestors);
    }

    private Map<String, Object> attributes(int depth) {
        var attributes = new HashMap<String, Object>();
        for (var field : FIELDS) {
            if (random.nextInt(4) > 0) {
                attributes.put(field, value(field, depth));
            }
        }
        return attributes;
    }

    private Object value(String field, int depth) {
        return switch (field) {
            case "age", "odd key" -> (long) random.nextInt(3) - 1;
            case "grown" -> random.nextBoolean();
            case "tags" ->
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> one(TEXTS)).collect(Collectors.toSet());
            case "owner" -> someone();
            case "more" -> depth == 0 ? Map.of("name", 1L) : attributes(depth - 1);
            default -> one(TEXTS).replace("\\n", "\n");
        };
    }

    private Uid someone() {
        return new Uid(one(TYPES), one(IDS));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
