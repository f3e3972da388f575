"""Frozen dataclasses whose machinery is made when it is first needed.

`dataclasses.dataclass` writes and compiles some eight functions for each class at import: for the hundred small classes on the way
of a query that is five times the cost of starting Python, paid at every command.  Here a class gets its slots at once and its
`__init__` once it has a few instances; comparison, hash and repr are shared functions.  To everybody else the classes are dataclasses:
`dataclasses.fields`, `replace`, `asdict`, `is_dataclass` and `match` work, and a type checker sees the standard decorator.

Only what the project uses is supported: `frozen=True`, `slots=True`, `order=True`, `kw_only=True`, defaults, `field(default=...,
default_factory=..., compare=..., repr=..., kw_only=...)`, and inheritance.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from operator import attrgetter

    _WORTH_IT = 30  # instances, after which a compiled `__init__` has paid for itself
    _set = object.__setattr__
    _Slot = type(type("_Slotted", (), {"__slots__": ("value",)}).value)
    _MISSING = type("_Missing", (), {"__repr__": lambda self: "MISSING"})()

    class _Field:
        """What is known of one field."""

        __slots__ = ("compare", "default", "factory", "kw_only", "name", "repr")

        def __init__(self, default=_MISSING, default_factory=_MISSING, compare=True, repr=True, kw_only=False):
            self.name = ""
            self.default = default
            self.factory = default_factory
            self.compare = compare
            self.repr = repr
            self.kw_only = kw_only

    def field(*, default=_MISSING, default_factory=_MISSING, compare=True, repr=True, kw_only=False):
        return _Field(default, default_factory, compare, repr, kw_only)

    class _StandardFields:
        """`__dataclass_fields__`, made by the standard library's own classes when somebody asks."""

        def __get__(self, instance, owner):
            import dataclasses

            made = {}
            for each in owner.__record_fields__:
                options = {"compare": each.compare, "repr": each.repr, "kw_only": each.kw_only, "hash": None}
                if each.factory is not _MISSING:
                    options["default_factory"] = each.factory
                elif each.default is not _MISSING:
                    options["default"] = each.default
                standard = dataclasses.field(**options)
                standard.name = each.name
                standard.type = _annotation(owner, each.name)
                standard._field_type = dataclasses._FIELD
                made[each.name] = standard
            owner.__dataclass_fields__ = made
            return made

    def _annotation(owner, name):
        for base in owner.__mro__:
            if name in base.__dict__.get("__annotations__", {}):
                return base.__dict__["__annotations__"][name]
        return None

    class FrozenInstanceError(AttributeError):
        """A field of a frozen instance was set."""

    def _frozen_set(self, name, value):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _frozen_delete(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _first_init(self, *args, **kwargs):
        """Set the first instances field by field; compile the class's own `__init__` once it is worth it, or anything is unusual."""
        cls = type(self)
        given = cls.__match_args__[: len(args)]
        for name, value in zip(given, args, strict=False):
            _set(self, name, value)
        unusual = len(given) < len(args)
        named = dict(kwargs)
        if len(given) < len(cls.__record_fields__):
            for each in cls.__record_fields__:
                if each.name not in given:
                    value = named.pop(each.name) if each.name in named else each.default
                    if value is _MISSING:
                        value = each.factory() if each.factory is not _MISSING else _MISSING
                    unusual = unusual or value is _MISSING
                    _set(self, each.name, value)
        cls.__record_made__.append(None)
        if unusual or named or len(cls.__record_made__) > _WORTH_IT:
            _compile_init(cls)
            cls.__init__(self, *args, **kwargs)  # which says what is missing, or too much

    def _compile_init(cls):
        known = {"_set": _set, "_MISSING": _MISSING}
        plain, named, body = [], [], []
        for index, each in enumerate(cls.__record_fields__):
            if each.factory is not _MISSING:
                known[f"_f{index}"] = each.factory
                parameter = f"{each.name}=_MISSING"
                source = f"_f{index}() if {each.name} is _MISSING else {each.name}"
            elif each.default is not _MISSING:
                known[f"_d{index}"] = each.default
                parameter, source = f"{each.name}=_d{index}", each.name
            else:
                parameter = source = each.name
            (named if each.kw_only else plain).append(parameter)
            slot = getattr(cls, each.name, None)
            if type(slot) is _Slot:  # it knows its place, where setting by name must find it again: twice as quick
                known[f"_s{index}"] = slot.__set__
                body.append(f" _s{index}(self, {source})")
            else:
                body.append(f" _set(self, {each.name!r}, {source})")
        parameters = ", ".join(["self", *plain, *(["*", *named] if named else [])])
        exec(f"def __init__({parameters}):\n" + ("\n".join(body) or " pass"), known)
        cls.__init__ = known["__init__"]

    def _values(self):
        return type(self).__record_values__(self)

    def _eq(self, other):
        if other is self:
            return True
        if type(other) is not type(self):
            return NotImplemented
        values = type(self).__record_values__
        return values(self) == values(other)

    def _hash(self):
        return hash((type(self).__name__, _values(self)))

    def _lt(self, other):
        return _values(self) < _values(other) if type(other) is type(self) else NotImplemented

    def _le(self, other):
        return _values(self) <= _values(other) if type(other) is type(self) else NotImplemented

    def _gt(self, other):
        return _values(self) > _values(other) if type(other) is type(self) else NotImplemented

    def _ge(self, other):
        return _values(self) >= _values(other) if type(other) is type(self) else NotImplemented

    def _repr(self):
        shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in type(self).__record_fields__ if each.repr)
        return f"{type(self).__qualname__}({shown})"

    def _reduce(self):
        return _rebuild, (type(self), tuple(getattr(self, each.name) for each in type(self).__record_fields__))

    def _rebuild(cls, values):
        made = object.__new__(cls)
        for each, value in zip(cls.__record_fields__, values, strict=True):
            object.__setattr__(made, each.name, value)
        return made

    def dataclass(cls=None, *, frozen=False, slots=False, order=False, kw_only=False):
        if cls is None:
            return lambda given: dataclass(given, frozen=frozen, slots=slots, order=order, kw_only=kw_only)
        fields = {}
        for base in reversed(cls.__mro__[1:]):
            fields |= {each.name: each for each in base.__dict__.get("__record_fields__", ())}
        space = dict(cls.__dict__)
        own = [name for name, kind in space.get("__annotations__", {}).items() if not str(kind).startswith("ClassVar")]
        for name in own:
            default = space.pop(name, _MISSING)
            made = default if isinstance(default, _Field) else _Field(default)
            made.name = name
            made.kw_only = made.kw_only or kw_only
            fields[name] = made
        everything = tuple(fields.values())
        if slots:
            space["__slots__"] = tuple(own)
        for name in ("__dict__", "__weakref__"):
            space.pop(name, None)
        space["__record_fields__"] = everything
        compared = [each.name for each in everything if each.compare]
        space["__record_values__"] = attrgetter(*compared) if compared else lambda self: ()  # of one its value
        space["__dataclass_fields__"] = _StandardFields()
        space["__match_args__"] = tuple(each.name for each in everything if not each.kw_only)
        space["__record_made__"] = []  # no number: where an attribute of a class is set, Python forgets what it knows of the class
        space.setdefault("__init__", _first_init)
        space.setdefault("__repr__", _repr)
        space.setdefault("__eq__", _eq)
        space["__hash__"] = _hash
        if frozen:
            space["__setattr__"] = _frozen_set
            space["__delattr__"] = _frozen_delete
        space["__reduce__"] = _reduce
        if order:
            space |= {"__lt__": _lt, "__le__": _le, "__gt__": _gt, "__ge__": _ge}
        made = type(cls)(cls.__name__, cls.__bases__, space)
        made.__qualname__ = cls.__qualname__
        return made

    def replace(instance, /, **changes):
        """A copy with some fields changed, as `dataclasses.replace`."""
        cls = type(instance)
        for each in cls.__record_fields__:
            changes.setdefault(each.name, getattr(instance, each.name))
        return cls(**changes)


__all__ = ["dataclass", "field", "replace"]
