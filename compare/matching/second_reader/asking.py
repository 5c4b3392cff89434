"""Questions → answers: from what is kept, else from the server, a few at once, and without it where it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from compare.matching.second_reader.answer import LONGEST, Answer, answer_of
from compare.matching.second_reader.cache import Cache
from compare.matching.second_reader.question import Question
from compare.matching.second_reader.second_settings import SecondSettings
from compare.matching.second_reader.server import NoAnswerError, Server

AT_ONCE = 4  # questions in parallel
IN_A_ROW = 8  # failures after which the server is not asked again in this run

Progress = Callable[[str, float], None]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of some questions."""

    answers: Mapping[int, Answer]  # by the place of the question
    pairs: int  # questions put, or answered before
    left_out: int  # questions beyond ``most_pairs``, which nobody was asked
    model: str
    where: str

    @property
    def unanswered(self) -> int:
        """How many have no answer, or none that can be used."""
        return self.pairs - len(self.answers)

    @property
    def words(self) -> str:
        """What a report says of it; the same whether the answers were kept or fresh."""
        told = self.missing or f"an answer for each of {_pairs(self.pairs)}"
        told += f"; {_pairs(self.left_out)} beyond 'most_pairs' not asked" if self.left_out else ""
        return f"{told} ({self.model} at {self.where})"

    @property
    def missing(self) -> str:
        """'no answer for 12 of 41 pairs'; '' where there is an answer for each."""
        return f"no answer for {self.unanswered:,} of {_pairs(self.pairs)}" if self.unanswered else ""


class SecondReader:
    """A desk's model, ready to be asked."""

    def __init__(self, settings: SecondSettings, *, say: Say | None = None, server: Server | None = None) -> None:
        """``say`` is told, in a sentence, what is sent where, and why there is no answer."""
        self.settings = settings
        self._say = say or (lambda _words: None)
        self._server = server or Server(settings)
        self._cache = Cache(settings.cache)
        self._fresh: dict[str, str] = {}  # what was answered in this run, kept in a file or not
        self.incomplete = False  # whether an answer is missing that was said to be required
        self._failed = 0
        self._lock = threading.Lock()
        self._why: str | None = None  # why the server is not asked again

    def ask(self, questions: Sequence[Question], progress: Progress | None = None) -> Asked:
        """Return the answers to questions, the most urgent first; none is ever raised for, all are counted."""
        put = questions[: self.settings.most_pairs]
        keys = [q.key(self.settings.model) for q in put]
        known = {**self._cache.known(keys), **{k: self._fresh[k] for k in keys if k in self._fresh}}
        new = {key: question for key, question in zip(keys, put, strict=True) if key not in known}
        if new:
            told = f"second reader: {_pairs(len(new), ' of statements')} to {self.settings.where}"
            kept = len(put) - len(new)
            self._say(f"{told} ({self.settings.model}{f'; {kept:,} answered before' if kept else ''}).")
            known |= self._answered(new, progress or (lambda _stage, _share: None))
        answers = {}
        for place, (key, question) in enumerate(zip(keys, put, strict=True)):
            answer = answer_of(known[key], question) if key in known else None
            if answer is not None:
                answers[place] = answer
        asked = Asked(answers, len(put), len(questions) - len(put), self.settings.model, self.settings.where)
        if asked.missing:
            self.incomplete = self.incomplete or self.settings.required
            self._say(f"second reader: {asked.missing}{f' ({self._why})' if self._why else ''}; the rest goes on.")
        return asked

    def _answered(self, questions: Mapping[str, Question], progress: Progress) -> dict[str, str]:
        """Put questions to the server; what it answers is kept at once, also where the run is stopped."""
        found: dict[str, str] = {}
        pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="second-reader")
        try:
            waiting = {pool.submit(self._one, question): key for key, question in questions.items()}
            for done, future in enumerate(as_completed(waiting), start=1):
                content = future.result()
                if content is not None:
                    found[waiting[future]] = content
                progress(f"second reader: {done} of {len(questions)}", done / len(questions))
        except BaseException:  # stopped by hand: what is being asked must not hold it up
            self._server.stop()
            raise
        finally:
            pool.shutdown(cancel_futures=True)
            self._fresh |= found
            self._cache.keep(found)
        return found

    def _one(self, question: Question) -> str | None:
        with self._lock:
            if self._why is not None and self._failed >= IN_A_ROW:
                return None
        try:
            content = self._server.ask(question)[:LONGEST]
        except NoAnswerError as error:
            with self._lock:
                self._failed += IN_A_ROW if error.gone else 1
                self._why = str(error)
            return None
        with self._lock:
            self._failed = 0
        return content


def _pairs(number: int, of: str = "") -> str:
    return f"{number:,} pair{'' if number == 1 else 's'}{of}"
