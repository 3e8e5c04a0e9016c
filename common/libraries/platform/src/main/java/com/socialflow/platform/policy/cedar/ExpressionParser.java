package com.socialflow.platform.policy.cedar;

import com.socialflow.platform.policy.cedar.Lexer.Kind;
import com.socialflow.platform.policy.cedar.Logic.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads expressions, in the order in which operators bind: loosest first. */
final class ExpressionParser {

    /** Of {@code !} and {@code -} in a row, as Cedar has it. */
    private static final int SIGNS_MAX = 4;

    private final Lexer lexer;

    ExpressionParser(Lexer lexer) {
        this.lexer = lexer;
    }

    Term expression() {
        if (!lexer.take("if")) {
            return or();
        }
        var condition = expression();
        lexer.expect("then");
        var then = expression();
        lexer.expect("else");
        return new Logic.If(condition, then, expression());
    }

    private Term or() {
        var term = and();
        while (lexer.take("||")) {
            term = new Logic.Or(term, and());
        }
        return term;
    }

    private Term and() {
        var term = relation();
        while (lexer.take("&&")) {
            term = new Logic.And(term, relation());
        }
        return term;
    }

    /** At most one relation: {@code a < b < c} is none. */
    private Term relation() {
        var first = signed();
        var token = lexer.peek();
        if (token.kind() != Kind.SYMBOL && token.kind() != Kind.WORD) {
            return first;
        }
        switch (token.text()) {
            case "==", "!=", "<", "<=", ">", ">=", "in", "has", "like", "is" -> lexer.next();
            default -> {
                return first;
            }
        }
        return switch (token.text()) {
            case "==" -> new Logic.Equal(first, signed());
            case "!=" -> new Logic.Not(new Logic.Equal(first, signed()));
            case "<" -> new Logic.Compare(Order.LESS, first, signed());
            case "<=" -> new Logic.Compare(Order.AT_MOST, first, signed());
            case ">" -> new Logic.Compare(Order.MORE, first, signed());
            case ">=" -> new Logic.Compare(Order.AT_LEAST, first, signed());
            case "in" -> new Access.In(first, signed());
            case "has" -> has(first);
            case "like" -> like(first);
            default -> is(first);
        };
    }

    /** {@code a has b.c} asks for each on the way. */
    private Term has(Term of) {
        if (lexer.peek().kind() == Kind.STRING) {
            return new Access.Has(of, lexer.string());
        }
        var name = lexer.name();
        Term has = new Access.Has(of, name);
        var way = of;
        while (lexer.take(".")) {
            way = new Access.Attribute(way, name);
            name = lexer.name();
            has = new Logic.And(has, new Access.Has(way, name));
        }
        return has;
    }

    private Term like(Term term) {
        var token = lexer.next();
        if (token.kind() != Kind.STRING) {
            throw lexer.failure(token, "a pattern in quotes is expected");
        }
        return new Wildcards(term, Escapes.pattern(token.text(), reason -> lexer.failure(token, reason)));
    }

    private Term is(Term term) {
        var is = new Access.Is(term, type());
        return lexer.take("in") ? new Logic.And(is, new Access.In(term, signed())) : is;
    }

    private Term signed() {
        var sign = lexer.peek();
        var signs = 0;
        while ((sign.is("!") || sign.is("-")) && lexer.take(sign.text())) {
            signs++;
        }
        if (signs > SIGNS_MAX) {
            throw lexer.failure(sign, "at most %d signs in a row".formatted(SIGNS_MAX));
        }
        if (sign.is("-") && lexer.peek().kind() == Kind.NUMBER) {
            var term = accesses(new Term.Constant(number("-" + lexer.next().text(), sign)));
            return negative(term, signs - 1);
        }
        var term = member();
        return sign.is("-") ? negative(term, signs) : not(term, signs);
    }

    private static Term negative(Term term, int times) {
        var signed = term;
        for (var i = 0; i < times; i++) {
            signed = new Logic.Negative(signed);
        }
        return signed;
    }

    private static Term not(Term term, int times) {
        var signed = term;
        for (var i = 0; i < times; i++) {
            signed = new Logic.Not(signed);
        }
        return signed;
    }

    private Long number(String text, Lexer.Token token) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw lexer.failure(token, "a number has at most 64 bits");
        }
    }

    private Term member() {
        return accesses(primary());
    }

    private Term accesses(Term of) {
        var term = of;
        while (true) {
            if (lexer.take(".")) {
                var token = lexer.peek();
                var name = lexer.name();
                term = lexer.take("(") ? call(term, name, token) : new Access.Attribute(term, name);
            } else if (lexer.take("[")) {
                term = new Access.Attribute(term, lexer.string());
                lexer.expect("]");
            } else {
                return term;
            }
        }
    }

    private Term call(Term of, String method, Lexer.Token token) {
        var argument = expression();
        lexer.expect(")");
        return switch (method) {
            case "contains" -> new Access.Contains(of, argument);
            case "containsAll" -> new Access.ContainsAll(of, argument);
            case "containsAny" -> new Access.ContainsAny(of, argument);
            default -> throw lexer.failure(token, "our subset of Cedar has no method \"%s\"".formatted(method));
        };
    }

    private Term primary() {
        var token = lexer.peek();
        return switch (token.kind()) {
            case NUMBER -> new Term.Constant(number(lexer.next().text(), token));
            case STRING -> new Term.Constant(lexer.string());
            case WORD -> word(token);
            case SYMBOL -> group(token);
            case END -> throw lexer.unexpected("a value is expected");
        };
    }

    private Term word(Lexer.Token token) {
        if (lexer.second().is("::")) {
            return new Term.Constant(entity());
        }
        lexer.next();
        return switch (token.text()) {
            case "true" -> new Term.Constant(true);
            case "false" -> new Term.Constant(false);
            case "principal" -> Term.Variable.PRINCIPAL;
            case "action" -> Term.Variable.ACTION;
            case "resource" -> Term.Variable.RESOURCE;
            case "context" -> Term.Variable.CONTEXT;
            default -> throw lexer.failure(token, "our subset of Cedar has no \"%s\" here".formatted(token.text()));
        };
    }

    private Term group(Lexer.Token token) {
        lexer.next();
        return switch (token.text()) {
            case "(" -> {
                var term = expression();
                lexer.expect(")");
                yield term;
            }
            case "[" -> set();
            case "{" -> fields();
            default -> throw lexer.failure(token, "a value is expected, not \"%s\"".formatted(token.text()));
        };
    }

    /** A set of constants is made once. */
    private Term set() {
        var elements = new ArrayList<Term>();
        while (!lexer.take("]")) {
            elements.add(expression());
            if (!lexer.peek().is("]")) {
                lexer.expect(",");
            }
        }
        var constants = new HashSet<>();
        for (var element : elements) {
            if (!(element instanceof Term.Constant(var value))) {
                return new Access.SetOf(List.copyOf(elements));
            }
            constants.add(value);
        }
        return new Term.Constant(Set.copyOf(constants));
    }

    private Term fields() {
        var fields = new LinkedHashMap<String, Term>();
        while (!lexer.take("}")) {
            var token = lexer.peek();
            var name = token.kind() == Kind.STRING ? lexer.string() : lexer.name();
            lexer.expect(":");
            if (fields.put(name, expression()) != null) {
                throw lexer.failure(token, "the record has two fields \"%s\"".formatted(name));
            }
            if (!lexer.peek().is("}")) {
                lexer.expect(",");
            }
        }
        return new Access.RecordOf(fields);
    }

    /** An entity such as {@code Role::"admin"}. */
    Uid entity() {
        var type = new StringBuilder(lexer.name());
        lexer.expect("::");
        while (lexer.peek().kind() != Kind.STRING) {
            type.append("::").append(lexer.name());
            lexer.expect("::");
        }
        return new Uid(type.toString(), lexer.string());
    }

    /** The name of a type of entities. */
    String type() {
        var type = new StringBuilder(lexer.name());
        while (lexer.take("::")) {
            type.append("::").append(lexer.name());
        }
        return type.toString();
    }
}
