package com.socialflow.platform.policy.cedar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of policies: annotations, effect, scope, conditions (docs.cedarpolicy.com, "Cedar policy syntax
 * grammar").
 */
final class PolicyParser {

    private final String file;
    private final Lexer lexer;
    private final ExpressionParser expressions;

    PolicyParser(String file, String text) {
        this.file = file;
        this.lexer = new Lexer(file, text);
        this.expressions = new ExpressionParser(lexer);
    }

    List<Policy> policies() {
        var policies = new ArrayList<Policy>();
        while (!lexer.ends()) {
            policies.add(policy());
        }
        return policies;
    }

    private Policy policy() {
        var line = lexer.peek().line();
        var annotations = annotations();
        var forbids = forbids();
        lexer.expect("(");
        var condition = party("principal", Term.Variable.PRINCIPAL, null);
        lexer.expect(",");
        var actions = actions();
        lexer.expect(",");
        condition = party("resource", Term.Variable.RESOURCE, condition);
        lexer.expect(")");
        while (!lexer.peek().is(";")) {
            condition = and(condition, clause());
        }
        lexer.expect(";");
        var id = annotations.getOrDefault("id", file + ":" + line);
        return new Policy(id, annotations, forbids, actions, condition == null ? new Term.Constant(true) : condition);
    }

    private Map<String, String> annotations() {
        var annotations = new LinkedHashMap<String, String>();
        while (lexer.take("@")) {
            var name = lexer.next();
            if (name.kind() != Lexer.Kind.WORD) {
                throw lexer.failure(name, "an annotation has a name");
            }
            var value = "";
            if (lexer.take("(")) {
                value = lexer.string();
                lexer.expect(")");
            }
            if (annotations.put(name.text(), value) != null) {
                throw lexer.failure(name, "the annotation @%s is there twice".formatted(name.text()));
            }
        }
        return annotations;
    }

    private boolean forbids() {
        if (lexer.take("forbid")) {
            return true;
        }
        if (lexer.take("permit")) {
            return false;
        }
        throw lexer.unexpected("\"permit\" or \"forbid\" is expected");
    }

    /** What a scope asks of the principal or the resource, after what it asks already. */
    private @Nullable Term party(String word, Term variable, @Nullable Term before) {
        lexer.expect(word);
        if (lexer.take("==")) {
            return and(before, new Logic.Equal(variable, new Term.Constant(expressions.entity())));
        }
        var condition = before;
        if (lexer.take("is")) {
            condition = and(condition, new Access.Is(variable, expressions.type()));
        }
        if (lexer.take("in")) {
            condition = and(condition, new Access.In(variable, new Term.Constant(expressions.entity())));
        }
        return condition;
    }

    /** Actions are in no groups here: to be in one is to be it. */
    private Set<String> actions() {
        lexer.expect("action");
        if (lexer.take("==")) {
            return Set.of(action());
        }
        if (!lexer.take("in")) {
            return Set.of();
        }
        if (!lexer.take("[")) {
            return Set.of(action());
        }
        var actions = new HashSet<String>();
        do {
            actions.add(action());
        } while (lexer.take(","));
        lexer.expect("]");
        return Set.copyOf(actions);
    }

    private String action() {
        var token = lexer.peek();
        var uid = expressions.entity();
        if (!uid.type().equals(Policy.ACTION)) {
            throw lexer.failure(token, "an action is of the type Action");
        }
        return uid.id();
    }

    private Term clause() {
        var negated = lexer.take("unless");
        if (!negated && !lexer.take("when")) {
            throw lexer.unexpected("\"when\", \"unless\" or \";\" is expected");
        }
        lexer.expect("{");
        var term = expressions.expression();
        lexer.expect("}");
        return negated ? new Logic.Not(term) : term;
    }

    private static Term and(@Nullable Term first, Term second) {
        return first == null ? second : new Logic.And(first, second);
    }
}
