/** Relations between the disease of a study and that of a patient. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Disease } from './disease.ts';
import { type EntityId, entities, entitiesByOncotree, entity, entityIds } from './entities.ts';
import { type EntityRelationKind, relateEntities } from './entity-relation.ts';
import { ancestorsOf, parentsOf } from './entity-tree.ts';
import { oncotreeFacts } from './oncotree-facts.ts';
import { siteGroupsOf, siteIds } from './site.ts';

const relation = (evidence: EntityId, theCase: EntityId): EntityRelationKind =>
  relateEntities(entity(evidence), entity(theCase)).relation;

test('relations that matter to a board', () => {
  const cases: readonly (readonly [EntityId, EntityId, EntityRelationKind])[] = [
    ['net-pancreas', 'net-pancreas', 'same'],
    ['adenocarcinoma-pancreas', 'net-pancreas', 'otherLineage'],
    ['adenocarcinoma-colorectal', 'nec-colon', 'otherLineage'],
    ['nec-pancreas', 'net-pancreas', 'siblingDifferentiation'],
    ['net-pancreas', 'nec-pancreas', 'siblingDifferentiation'],
    ['net-lung', 'net-small-intestine', 'siblingSite'],
    ['nec-lung-small-cell', 'nec-pancreas', 'siblingSite'],
    ['nen-gastroenteropancreatic', 'net-pancreas', 'broaderIncludes'],
    ['nen-gastroenteropancreatic', 'nec-colorectal', 'broaderIncludes'],
    ['net-unknown-primary', 'net-small-intestine', 'possiblySame'],
    ['net-small-intestine', 'net-unknown-primary', 'possiblySame'],
    ['net-gastroenteropancreatic', 'net-unknown-primary', 'possiblySame'],
    ['net', 'net-unknown-primary', 'broaderIncludes'],
    ['nec', 'net-unknown-primary', 'siblingDifferentiation'],
    ['nec-hepatobiliary-pancreatic', 'nec-pancreas', 'broaderIncludes'],
    ['net-midgut', 'net-small-intestine', 'broaderIncludes'],
    ['net-midgut', 'net-colon', 'overlapping'],
    ['net-midgut', 'net-rectum', 'siblingSite'],
    ['net-pancreas', 'nen-pancreas', 'narrower'],
    ['net-extrapancreatic', 'net-lung', 'broaderIncludes'],
    ['net-extrapancreatic', 'net-pancreas', 'siblingSite'],
    ['net-extrapancreatic', 'net-unknown-primary', 'possiblySame'],
    ['nec-lung', 'nec-lung-small-cell', 'broaderIncludes'],
    ['nec-lung-large-cell', 'nec-lung-small-cell', 'siblingSubtype'],
    ['melanoma', 'melanoma-acral', 'broaderIncludes'],
    ['melanoma-acral', 'melanoma-mucosal', 'siblingSubtype'],
    ['melanoma-acral', 'melanoma-unknown-primary', 'possiblySame'],
    ['melanoma', 'net-unknown-primary', 'otherLineage'],
    ['gist', 'net-small-intestine', 'otherLineage'],
    ['glioblastoma', 'nec', 'otherLineage'],
    ['unknown-primary', 'net-unknown-primary', 'otherLineage'],
    ['solid-tumour', 'net-pancreas', 'agnostic'],
    ['solid-tumour', 'leukaemia-chronic-myeloid', 'otherLineage'],
    ['minen', 'nec-colorectal', 'siblingDifferentiation'],
  ];
  for (const [evidence, theCase, expected] of cases) {
    assert.equal(relation(evidence, theCase), expected, `${evidence} for ${theCase}`);
  }
});

test('NET and NEC, and different lineages, are never the same or included, over all entities', () => {
  for (const evidence of entities) {
    for (const theCase of entities) {
      const found = relateEntities(evidence, theCase).relation;
      const close = ['same', 'broaderIncludes', 'narrower', 'overlapping', 'possiblySame'].includes(found);
      const classesMeet =
        evidence.classes === undefined ||
        theCase.classes === undefined ||
        evidence.classes.some((each) => theCase.classes?.includes(each));
      const label = `${evidence.id} for ${theCase.id}: ${found}`;
      if (evidence.lineage !== theCase.lineage || !classesMeet) assert.ok(!close, label);
      if (evidence.id === theCase.id) assert.ok(['same', 'agnostic'].includes(found), label);
    }
  }
});

test('grade: another grade is a sibling, an open grade makes graded evidence narrower, ungraded evidence stays the same', () => {
  const net = entity('net-pancreas');
  const graded = (lowest: 'G1' | 'G2' | 'G3', highest: 'G1' | 'G2' | 'G3'): Disease => ({
    ...net,
    grades: { lowest, highest },
  });
  assert.equal(relateEntities(net, graded('G2', 'G2')).relation, 'same');
  assert.equal(relateEntities(graded('G1', 'G2'), graded('G2', 'G2')).relation, 'broaderIncludes');
  assert.equal(relateEntities(graded('G1', 'G2'), graded('G3', 'G3')).relation, 'siblingGrade');
  assert.equal(relateEntities(graded('G3', 'G3'), graded('G2', 'G3')).relation, 'narrower');
  assert.equal(relateEntities(graded('G1', 'G2'), graded('G2', 'G3')).relation, 'overlapping');
  assert.equal(relateEntities(graded('G3', 'G3'), net).relation, 'narrower');
});

test('a mixed population says that it mixes NET with NEC', () => {
  const { sentence } = relateEntities(entity('nen-gastroenteropancreatic'), entity('net-pancreas'));
  assert.match(sentence, /mixes NET with NEC/);
});

test('a likely primary with alternatives covers them all', () => {
  const either: Disease = {
    lineage: 'neuroendocrine',
    sites: ['smallIntestine', 'pancreas'],
    classes: ['NET'],
  };
  assert.equal(relateEntities(entity('net-pancreas'), either).relation, 'narrower');
  assert.equal(relateEntities(entity('net-gastroenteropancreatic'), either).relation, 'broaderIncludes');
  assert.equal(relateEntities(entity('net-lung'), either).relation, 'siblingSite');
});

test('the tree above an entity', () => {
  assert.deepEqual(parentsOf('net-lung-typical'), ['net-lung']);
  assert.ok(ancestorsOf('net-pancreas').includes('nen'));
  assert.ok(!ancestorsOf('net-pancreas').includes('nec-pancreas'));
  assert.ok(ancestorsOf('nec-pancreas').includes('nec-hepatobiliary-pancreatic'));
});

test('ids are unique and every entity is found by its codes', () => {
  assert.equal(new Set(entityIds).size, entityIds.length);
  for (const each of entities) {
    for (const code of each.oncotree) assert.ok(entitiesByOncotree(code).some(({ id }) => id === each.id));
  }
  assert.deepEqual(
    entitiesByOncotree('PANET').map(({ id }) => id),
    ['net-pancreas'],
  );
});

test('site groups', () => {
  assert.ok(siteGroupsOf('pancreas').includes('hepatobiliaryPancreatic'));
  assert.ok(!siteGroupsOf('colon').includes('midgut'));
  assert.ok(siteGroupsOf('rightColon').includes('midgut'));
  assert.deepEqual(siteGroupsOf('unknown'), []);
  assert.ok(siteIds.includes('unknown'));
});

test('the OncoTree facts are those of OncoTree', (context) => {
  const shared = fileURLToPath(new URL('../../../shared/data', import.meta.url));
  const file = `${process.env['CAJAL_DATA'] ?? shared}/oncotree/tumor_types.json`;
  if (!existsSync(file)) {
    context.skip(`${file} is not here`);
    return;
  }
  const text = readFileSync(file, 'utf8');
  for (const [code, { name }] of Object.entries(oncotreeFacts)) {
    assert.ok(text.includes(`"code":"${code}"`), code);
    assert.ok(text.includes(`"name":${JSON.stringify(name)}`), name);
  }
});
