package com.socialflow.demo;

import java.io.IOException;
import java.util.List;

/** What the demo's people say to each other. */
final class Conversation {

    private Conversation() {}

    /** Everybody follows everybody; then they talk. */
    static void hold(Program program, List<String> people, String password) throws IOException, InterruptedException {
        var tokens = new String[people.size()];
        for (var i = 0; i < tokens.length; i++) {
            tokens[i] = program.signIn(people.get(i), password);
        }
        for (var token : tokens) {
            for (var other : tokens) {
                if (!token.equals(other)) {
                    program.follow(token, program.me(other));
                }
            }
        }
        talk(program, tokens[0], tokens[1], tokens[2]);
    }

    private static void talk(Program program, String noor, String kenji, String ada)
            throws IOException, InterruptedException {
        var hello = program.post(noor, "First evening here. What do you film when nothing happens? #calm");
        var chairs = program.reply(kenji, hello, "Chairs. They hold still. @noor");
        program.reply(noor, chairs, "That is a better reason than any of mine.");
        program.reply(ada, hello, "Cells that live and die by three rules. #mathematics");
        var question = program.post(ada, "Does anyone have a favourite place in the #Mandelbrot set?");
        program.reply(noor, question, "The seahorse valley, and then always one step further in.");
        var brushes = program.post(kenji, "A guessing game: I filmed brush strokes, very close. #texture");
        program.like(noor, brushes);
        program.like(ada, brushes);
        program.repost(ada, brushes);
        program.like(kenji, question);
        program.comment(kenji, program.firstVideo(noor), "I watched this twice, and it was calmer the second time.");
    }
}
